"""Addresses of judgement: each module of views brings its own."""

from .views import publik

app_name = "evaluasi"

urlpatterns = [*publik.urlpatterns]

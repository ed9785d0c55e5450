"""Every address of the system. Each app brings its own."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from .views.sehat import sehat

admin.autodiscover()
admin.site.login = secure_admin_login(admin.site.login)

urlpatterns = [
    path("panel/", admin.site.urls),
    path("masuk/", include("allauth.urls")),
    path("sehat/", sehat, name="sehat"),
]

"""Addresses for the tests of the look: only the account pages."""

from django.urls import include, path

urlpatterns = [path("masuk/", include("allauth.account.urls"))]

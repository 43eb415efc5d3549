"""The addresses of documents, meetings, disclosures and advice; fixed words stand before the numbers."""

from django.urls import URLPattern

documents: list[URLPattern] = []
meetings: list[URLPattern] = []
disclosures: list[URLPattern] = []
advice: list[URLPattern] = []

"""`{{ user|demonstration_code }}`: the code of an invented person, for a newcomer without a telephone."""

from django import template

from council.models import User
from council.queries import current_code

register = template.Library()


@register.filter
def demonstration_code(user: object) -> str:
    """«123 456» in the demonstration; empty for a real login."""
    code = current_code(user) if isinstance(user, User) else ""
    return f"{code[:3]} {code[3:]}" if code else ""

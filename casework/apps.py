"""The app's name, the kinds of events that casework itself writes, and the sign-in signals."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CaseworkConfig(AppConfig):
    """What every case has."""

    name = "casework"
    verbose_name = _("Casework")

    def ready(self) -> None:
        """Names the kinds of the security stream and listens to sign-ins: council may import no casework."""
        from allauth.mfa import signals as second_factor
        from django.contrib.auth import signals as sign_in

        from casework import policies, subscribers
        from casework.events import CALENDAR_CHANGED, CHAINS_BROKEN, DISPUTE_KINDS, SECURITY_KINDS
        from casework.subscribers import amendments, disputes, entries, reports, security, sharing, signing
        from council import events as registers

        for kind in (*SECURITY_KINDS, CALENDAR_CHANGED):
            subscribers.register(kind, recipients=None, may_receive=None, render=None)
        subscribers.register(
            CHAINS_BROKEN,
            recipients=security.alarmed,
            may_receive=policies.may_receive_alarm,
            render=security.alarm,
        )
        for kind in DISPUTE_KINDS:
            subscribers.register(
                kind,
                recipients=disputes.recipients,
                may_receive=disputes.may_receive,
                render=disputes.render,
            )
        entries.wire()
        signing.wire()
        reports.wire()
        amendments.wire()
        registers.listen(registers.INVITED, security.invited)
        registers.listen(registers.PASSWORD_LETTER_ASKED, security.password_letter_asked)
        registers.listen(registers.LOGIN_CHANGED, security.login_changed)
        registers.listen(registers.PERSON_MERGED, security.person_merged)
        registers.listen(registers.PERSON_MERGED, sharing.person_merged)
        sign_in.user_logged_in.connect(security.signed_in)
        sign_in.user_logged_out.connect(security.signed_out)
        sign_in.user_login_failed.connect(security.sign_in_failed)
        second_factor.authenticator_added.connect(security.second_factor_set_up)
        second_factor.authenticator_removed.connect(security.second_factor_removed)

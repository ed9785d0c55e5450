"""The writes about people, sign-in, ketentuan and roles: one verb a function."""

from .atasan import decide_atasan_report, report_wrong_atasan
from .dinas import end_status, record_status, withdraw_status
from .ketentuan import publish_ketentuan
from .masuk import issue_login_code, redeem_login_code, request_reset
from .peran import decide_role, request_role, revoke_role

__all__ = [
    "decide_atasan_report",
    "decide_role",
    "end_status",
    "issue_login_code",
    "publish_ketentuan",
    "record_status",
    "redeem_login_code",
    "report_wrong_atasan",
    "request_reset",
    "request_role",
    "revoke_role",
    "withdraw_status",
]

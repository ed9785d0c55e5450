"""The writes about people, sign-in, ketentuan and roles: one verb a function."""

from .atasan import decide_atasan_report, report_wrong_atasan
from .dinas import close_departed, end_status, record_status, withdraw_status
from .ketentuan import cancel_draft, draft_ketentuan, sign_ketentuan
from .masuk import issue_login_code, redeem_login_code, request_reset
from .peran import decide_role, request_role, revoke_role

__all__ = [
    "cancel_draft",
    "close_departed",
    "decide_atasan_report",
    "decide_role",
    "draft_ketentuan",
    "end_status",
    "issue_login_code",
    "record_status",
    "redeem_login_code",
    "report_wrong_atasan",
    "request_reset",
    "request_role",
    "revoke_role",
    "sign_ketentuan",
    "withdraw_status",
]

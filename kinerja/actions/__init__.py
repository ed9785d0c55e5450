"""The writes about plans and progress: one verb a function, each in one transaction with its audit row."""

from .bukti import record_link_state
from .dialog import (
    agree,
    cancel_dialogue,
    confirm_dialogue,
    finish_agreement,
    note_dialogue,
    plan_dialogue,
    start_dialogue,
)
from .iku import record_iku_target, record_iku_value
from .isi import (
    delete_indicator,
    delete_result,
    save_annex,
    save_content,
    save_expectations,
    save_indicator,
    save_result,
    save_weights,
    share_weights,
)
from .pendelegasian import delegate, revoke_delegation
from .perubahan import (
    BAGIAN,
    approve_revision,
    cancel_revision,
    drop_from_revision,
    restore_into_revision,
    return_revision,
    save_revision_indicator,
    save_revision_result,
    save_revision_weights,
    start_revision,
    submit_revision,
    withdraw_revision,
)
from .perubahan_bagian import save_revision_annex, save_revision_approach, save_revision_conduct
from .pustaka import take_from_library
from .realisasi import record_realisasi, reuse_evidence
from .segmen import confirm_proposal
from .skp import (
    PlanIncomplete,
    approve_skp,
    begin_draft,
    copy_skp,
    create_skp,
    delete_skp,
    return_skp,
    submit_skp,
    withdraw_skp,
)
from .tim import add_member, create_team, give_team_input
from .umpan_balik import give_feedback

__all__ = [
    "BAGIAN",
    "PlanIncomplete",
    "add_member",
    "agree",
    "approve_revision",
    "approve_skp",
    "begin_draft",
    "cancel_dialogue",
    "cancel_revision",
    "confirm_dialogue",
    "confirm_proposal",
    "copy_skp",
    "create_skp",
    "create_team",
    "delegate",
    "delete_indicator",
    "delete_result",
    "delete_skp",
    "drop_from_revision",
    "finish_agreement",
    "give_feedback",
    "give_team_input",
    "note_dialogue",
    "plan_dialogue",
    "record_iku_target",
    "record_iku_value",
    "record_link_state",
    "record_realisasi",
    "restore_into_revision",
    "return_revision",
    "return_skp",
    "reuse_evidence",
    "revoke_delegation",
    "save_annex",
    "save_content",
    "save_expectations",
    "save_indicator",
    "save_result",
    "save_revision_annex",
    "save_revision_approach",
    "save_revision_conduct",
    "save_revision_indicator",
    "save_revision_result",
    "save_revision_weights",
    "save_weights",
    "share_weights",
    "start_dialogue",
    "start_revision",
    "submit_revision",
    "submit_skp",
    "take_from_library",
    "withdraw_revision",
    "withdraw_skp",
]

"""English, as in about 2,500 lines of four iPhone exports and in Android exports of 2020 to 2025, in the tests of public
readers (rodrigogs/whats-reader, gesiscss/WhatsR) and in the lists of others.
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, demoted, promoted, renumbered, went
from roster.chat_log import OWN

ENGLISH = Language(
    "en",
    own=("You", "you"),
    wordings=(
        *came('{maker} created group "{name}"', "{maker} created this group", "{maker} created the group"),
        *came("{by} added {list}", "{list} was added", "{list} were added"),
        *came("{person} joined using this group's invite link", "{person} joined using a group link"),
        *came("{person} joined using your invite", "{person} joined"),
        *came("{person} joined using this community's invite link", "{person} joined from the community"),
        *came("{by} added {list} to a group in the community: {any}"),
        *went("{person} left", "{person} left the group"),
        *went("{by} removed {list}", "{list} was removed", "{list} were removed"),
        *renumbered("{number} changed to {new}"),
        *promoted("You're now an admin", people=OWN),
        *demoted("You're no longer an admin", people=OWN),
        *aside('{any} changed the subject from "{any}" to "{name}"', '{any} changed the subject to "{name}"'),
        *aside('{any} changed the group name to "{name}"', '{any} changed the group name from "{any}" to "{name}"'),
        *aside("{any} changed their phone number to a new number{rest}", "{any} changed to a new number{rest}"),
        *aside("{any} changed their phone number. You're currently chatting{rest}"),
        *aside("{any} requested to join", "{any} requested to join via invite link", "{any} created a join request"),
        *aside(
            "{any} revoked a join request",
            "{any} canceled their request to join",
            "{any} cancelled their request to join",
        ),
        *aside("{any} requested to add {any}"),
        *aside(
            "{any} turned on admin approval to join this group", "{any} turned off admin approval to join this group"
        ),
        *aside("New participants need admin approval to join this group{rest}"),
        *aside("New members need admin approval to join this group{rest}"),
        *aside("{any} reset this group's invite link{rest}", "{any} changed this group's settings{rest}"),
        *aside("This group has over {any}"),
        *aside("{any} changed this group's icon", "{any} deleted this group's icon", "{any} removed this group's icon"),
        *aside("{any} changed the group description{rest}", "{any} deleted the group description"),
        *aside("{any} changed the group's icon", "{any} changed the group icon", "{any} changed the description"),
        *aside("{any} removed the group description", "{any} changed the settings so{rest}"),
        *aside("Messages and calls are end-to-end encrypted{rest}"),
        *aside("Messages to this chat and calls are now secured with end-to-end encryption{rest}"),
        *aside("Messages to this group are now secured with end-to-end encryption{rest}"),
        *aside("Messages you send to this group are now secured with end-to-end encryption{rest}"),
        *aside("Your security code with {any} changed{rest}", "{any}'s security code changed{rest}"),
        *aside("This message was deleted{rest}", "You deleted this message{rest}", "{any} deleted this message"),
        *aside("{any} pinned a message", "{any} unpinned a message", "Waiting for this message{rest}"),
        *aside("{any} added this group to the community{rest}", "{any} removed this group from the community{rest}"),
        *aside(
            "{any} left a voice message",
            "Voice chat \u2022 {any}",
            "{any} started a voice chat",
            "Voice chat ended{rest}",
        ),
        *aside("{any} turned on disappearing messages{rest}", "{any} turned off disappearing messages{rest}"),
        *aside("{any} updated the message timer{rest}", "{any} set messages to disappear{rest}"),
        *aside("{any} changed the message timer{rest}", "Disappearing messages {any}"),
        *aside("{any} turned on advanced chat privacy{rest}", "{any} turned off advanced chat privacy{rest}"),
        *aside("{any} started a call", "{any} started a video call", "{any} started a group call{rest}"),
        *aside("Missed voice call{rest}", "Missed video call{rest}", "Missed group {any}"),
        *aside("You blocked this contact{rest}", "You unblocked this contact{rest}", "{any} is a contact"),
    ),
    unverified=(
        *came(
            '{maker} created the group "{name}"', "{person} joined using an invite link", "{person} joined the group"
        ),
        *came("{list} was added by {by}", "{list} were added by {by}", "{by} added {list} to the group"),
        *went("{list} was removed by {by}", "{list} were removed by {by}", "{by} removed {list} from the group"),
        *renumbered("{number} changed their phone number to {new}"),
        *promoted("{person} is now an admin"),
        *promoted("You are now an admin", people=OWN),
        *demoted("{person} is no longer an admin"),
    ),
    ands=(", and ", " and "),
    others=(", and # others", ", and # other", " and # others", " and # other"),
    tails=("Tap to ", "Tap for ", "Click to ", "Click for "),
    things=("this group", "the group", "this community", "a pinned message", "a message", "by "),
)

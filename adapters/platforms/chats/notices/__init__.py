"""WhatsApp's own lines in a chat export, understood in the language of the telephone that wrote it."""

from adapters.platforms.chats.notices.notice import Notice
from adapters.platforms.chats.notices.parting import parted
from adapters.platforms.chats.notices.reading import read_notice

__all__ = ["Notice", "parted", "read_notice"]

"""What is close in meaning to what was asked, in whatever language it stands?"""

from search.semantic.chunks import passages
from search.semantic.encoders import EncoderDown, encoder
from search.semantic.encoding import encode, passages_of

__all__ = ["EncoderDown", "encode", "encoder", "passages", "passages_of"]

"""Which words announce the parts of an adopted text? A new language adds its words here.

Structure is recognised in any language at once, since texts borrow ("Article" in a Swahili draft); how a recital
begins is asked of the text's own language.
"""

ARTICLE = ("article", "art.", "المادة", "مادة", "artículo", "artigo", "ibara", "kifungu")
DIVISION = {
    "part": ("part", "partie", "titre", "الباب", "parte", "título", "sehemu"),
    "ch": ("chapter", "chapitre", "الفصل", "capítulo", "sura"),
    "sec": ("section", "القسم", "sección", "secção", "seção"),
}
PREAMBLE = ("preamble", "préambule", "الديباجة", "ديباجة", "preámbulo", "preâmbulo", "utangulizi", "dibaji")
ANNEX = ("annex", "annexe", "appendix", "المرفق", "مرفق", "الملحق", "ملحق", "anexo", "kiambatisho")

RECITAL = {
    "en": (
        "whereas", "considering", "recalling", "reaffirming", "recognizing", "recognising", "noting", "mindful",
        "convinced", "concerned", "bearing in mind", "having", "welcoming", "aware", "determined", "acknowledging",
        "emphasizing", "stressing", "guided",
    ),
    "fr": (
        "considérant", "rappelant", "réaffirmant", "reconnaissant", "notant", "constatant", "conscient", "convaincu",
        "préoccupé", "ayant", "saluant", "soulignant", "réunis", "désireux", "résolu", "prenant", "se félicitant",
        "vu", "attendu", "tenant compte",
    ),
    "ar": ("إذ", "وإذ", "لما", "لمّا", "ولما", "ولمّا", "حيث", "وحيث", "اقتناعا", "إدراكا", "وعيا", "انطلاقا"),
    "es": ("considerando", "recordando", "reafirmando", "reconociendo", "observando", "conscientes", "convencidos"),
    "pt": ("considerando", "recordando", "reafirmando", "reconhecendo", "observando", "conscientes", "convencidos"),
    "sw": ("kwa kuwa", "ikikumbuka", "ikitambua", "ikizingatia"),
}  # fmt: skip


def is_recital(text: str, language: str) -> bool:
    """Whether `text` begins as recitals do in `language`."""
    return text.lower().lstrip("«“\"' ").startswith(RECITAL.get(language, ()))

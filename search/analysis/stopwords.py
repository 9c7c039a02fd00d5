"""Which words say nothing by themselves? Folded; indexed like any other, but never asked for beside others."""

from collections.abc import Iterable

ARABIC = """
في من على الى عن مع هذا هذه هذان هذين هولاء ذلك تلك اولئك التي الذي الذين اللذان اللتان اللواتي ان او ثم ام لم
لن لا ما هو هي هما هم هن انا نحن انت انتم كان كانت كانوا يكون تكون كون ليس ليست قد لقد كل كلا بعض بين بعد قبل
عند عندما عبر حول خلال دون حتى حيث حين منذ كما لكن اذا اذ اذن و ب ل ف ك س ا يا اي ايا باي لاي هل ماذا متى اين
كيف كم لماذا لم من بم عم ممن فيم هنا هناك فيه فيها فيهم به بها بهم بهما له لها لهم لهما لك لكم لنا لي عليه عليها
عليهم اليه اليها اليهم منه منها منهم عنه عنها معه معها معهم ولا وما وهو وهي وهم وقد وان وفي ومن وعلى والى ولم
ولن ولكن وكان وكانت وكل وذلك وهذا وهذه فان فقد فهو فهي كذلك لذلك بما مما عما فيما كلما انما ربما مثل غير سوى نحو
لدى لديه لديها انه انها انهم بان بانه لان لانه لانها كي لكي سوف تم يتم ايضا فقط جدا
"""
FRENCH = """
le la les l un une des du de d au aux et ou ni mais donc or car si en dans par pour sur sous avec sans entre
vers chez depuis pendant apres avant contre selon comme ce cet cette ces cela ca ceci celui celle ceux celles
qui que qu quoi dont lequel laquelle lesquels lesquelles est sont etait etaient etre ete sera seront soit fut a
ont avait avaient avoir eu il elle ils elles on nous vous je tu j se s sa son ses leur leurs notre nos votre vos
mon ma mes ne n pas plus moins tres y quel quelle quels quelles comment combien quand pourquoi aussi ainsi alors
afin c m t tout tous toute toutes autre autres meme memes peut peuvent fait faire lors
"""
ENGLISH = """
the a an of in on at to for from by with without into onto over under about between among during after before
against through and or nor but if as than then so because while is are was were be been being am do does did
done has have had having will would shall should can could may might must it its this that these those who whom
whose which what when where why how not no there their theirs them they he him his she her hers we us our ours
you your yours i me my s t also such other others some any each all both more most very only same
"""
SPANISH = """
el la los las lo un una unos unas de del a al en y e o u ni pero si que por para con sin sobre entre hasta desde
durante contra segun como cual cuales cuando cuanto cuanta cuantos cuantas donde quien quienes es son era eran
fue fueron ser sido sera esta estan estaba estaban estar ha han habia habian haber hay tiene tienen tenia tener
se su sus mi mis tu tus le les me te nos no mas menos muy tambien ya este esta estos estas ese esa esos esas eso
esto aquel aquella otro otra otros otras todo toda todos todas cada mismo misma porque asi
"""
PORTUGUESE = """
o a os as um uma uns umas de do da dos das em no na nos nas e ou nem mas se que por para pelo pela pelos pelas
com sem sobre entre ate desde durante contra segundo como ao aos qual quais quando quanto quanta quantos quantas
onde quem foi foram sao era eram ser sido sera esta estao estava estar ha havia haver tem tinha ter seu sua seus
suas meu minha lhe lhes me te nao mais menos muito tambem ja este esta estes estas esse essa esses essas isso
isto aquele aquela outro outra outros outras todo toda todos todas cada mesmo mesma porque assim
"""
IN_LATIN = {
    language: frozenset(words.split())
    for language, words in {"fr": FRENCH, "en": ENGLISH, "es": SPANISH, "pt": PORTUGUESE}.items()
}
SMALL_IN_LATIN = frozenset().union(*IN_LATIN.values())
IN_ARABIC = frozenset(ARABIC.replace("ى", "ي").replace("ة", "ه").split())


def stopwords(words: Iterable[str]) -> frozenset[str]:
    """Of the languages that a question seems to be asked in: "son" says something among English words."""
    asked = list(words)
    counts = {language: sum(word in small for word in asked) for language, small in IN_LATIN.items()}
    most = max(counts.values())
    return IN_ARABIC.union(*(IN_LATIN[language] for language, count in counts.items() if 0 < count == most))

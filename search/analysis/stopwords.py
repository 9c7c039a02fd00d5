"""Which words say nothing by themselves? Folded; indexed like any other, but never asked for beside others."""

ARABIC = """
في من على الى عن مع هذا هذه ذلك تلك التي الذي الذين ان او ثم لم لن لا ما هو هي هم كان كانت قد كل بين بعد قبل عند حيث
كما لكن اذا و ب ل ف ك يا اي هل ماذا متي اين كيف كم لماذا من منذ حتي غير هناك فيه فيها به بها له لها عليه عليها منه
منها ولا وما وهو وهي وقد وان وفي ومن وعلي بما مما عما انه انها الي علي يكون تكون تم ايضا
"""
FRENCH = """
le la les l un une des du de d au aux et ou en dans par pour sur avec sans sous ce cet cette ces qui que qu quoi dont
est sont etait etaient a ont il elle ils elles on nous vous je tu se s sa son ses leur leurs ne n pas plus y quel
quelle quels quelles comment combien quand pourquoi
"""
ENGLISH = """
the a an of in on at to for from by with and or as is are was were be been do does did has have had it its this that
these those which who whom whose what when where why how not no than then there their they he she his her
s
"""
SPANISH = """
el la los las un una unos unas de del a al en y o u e que por para con sin sobre es son fue fueron era ser se su sus
lo le les como cual cuales cuando cuanto cuanta cuantos cuantas donde quien quienes no si
"""
PORTUGUESE = """
o a os as um uma uns umas de do da dos das em no na nos nas e ou que por para pelo pela com sem sobre ao aos
foi sao era ser se seu sua seus suas como qual quais quando quanto quantos quantas onde quem nao
"""
STOPWORDS = frozenset(" ".join((ARABIC, FRENCH, ENGLISH, SPANISH, PORTUGUESE)).split())

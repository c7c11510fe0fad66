"""A number, or a manner of reading, that the articles leave open and this knowledge base chose."""


class Parameter(int):
    """A whole number with the id of the open point it settles, its bounds and its reason.

    `begins` names the question or measure on whose scale something begins at this number.
    """

    id: str
    low: int
    high: int
    why: str
    begins: str

    def __new__(
        cls, id: str, value: int, *, low: int, high: int, why: str, begins: str = ""
    ) -> "Parameter":
        """Make the number; raise ValueError when it lies outside its own bounds."""
        if not low <= value <= high:
            raise ValueError(f"{id}: {value} is not between {low} and {high}")
        number = super().__new__(cls, value)
        number.id, number.low, number.high, number.why = id, low, high, why
        number.begins = begins
        return number

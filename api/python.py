"""Prints what the installed Python package makes public, one name a line.

`cargo xtask api` writes api/python.txt with it, and bindings/python/tests/test_api.py compares the two.
"""

import enum
import importlib
import inspect

MODULES = ("dijia", "dijia.pandas", "dijia.polars", "dijia.dask")
# The values that arguments of these types may have.
CHOICES = (("dijia._batch", "Errors"), ("dijia._batch", "Figure"), ("dijia._kinds", "Dtype"))
# What a class says it can do by these names is public too.
PROTOCOLS = (
    "__contains__",
    "__eq__",
    "__ge__",
    "__getitem__",
    "__gt__",
    "__hash__",
    "__iter__",
    "__le__",
    "__len__",
    "__lt__",
    "__str__",
    "_repr_html_",
)


def public_names(module):
    """Yield the names that a module makes public: those of its ``__all__``, or what it defines itself."""
    if hasattr(module, "__all__"):
        yield from sorted(module.__all__)
        return
    for name, value in sorted(vars(module).items()):
        if not name.startswith("_") and getattr(value, "__module__", None) == module.__name__:
            yield name


def annotation(value):
    """Write an annotation as its source has it."""
    if isinstance(value, str):
        return value
    return value.__name__ if isinstance(value, type) else str(value).replace("typing.", "")


def signature(function, *, bound):
    """Write the parameters and the result of a function; the first parameter of a method is its object."""
    parameters, kinds = [], inspect.Parameter
    last = None
    for parameter in list(inspect.signature(function).parameters.values())[bound:]:
        if parameter.kind is kinds.KEYWORD_ONLY and last not in (kinds.KEYWORD_ONLY, kinds.VAR_POSITIONAL):
            parameters.append("*")
        if last is kinds.POSITIONAL_ONLY and parameter.kind is not last:
            parameters.append("/")
        last = parameter.kind
        text = {kinds.VAR_POSITIONAL: "*", kinds.VAR_KEYWORD: "**"}.get(last, "") + parameter.name
        if parameter.annotation is not kinds.empty:
            text += f": {annotation(parameter.annotation)}"
        if parameter.default is not kinds.empty:
            text += f" = {parameter.default!r}"
        parameters.append(text)
    if last is kinds.POSITIONAL_ONLY:
        parameters.append("/")
    result = inspect.signature(function).return_annotation
    arrow = "" if result is inspect.Signature.empty else f" -> {annotation(result)}"
    return f"({', '.join(parameters)}){arrow}"


def is_public_class(base):
    """Whether programs can name the class."""
    return base is not object and not base.__name__.startswith("_")


def class_lines(path, value):
    """Yield the lines of a class: its bases, how it is made, its members."""
    ours = [base for base in value.__mro__ if base.__module__.startswith("dijia")]
    bases = [base.__name__ for base in value.__mro__[1:] if is_public_class(base) and base.__name__ != "ReprEnum"]
    yield f"class {path}({', '.join(bases)})"
    if issubclass(value, enum.Enum):
        yield from (f"{path}.{member.name} = {member.value!r}" for member in value)
    elif any("__init__" in vars(base) for base in ours):
        made = inspect.signature(value).parameters
        if not any(name.startswith("_") for name in made):
            yield path + signature(value.__init__, bound=1).removesuffix(" -> None")
    members = {}
    for base in reversed(ours):
        # Slots are what annotations say of fields.
        members.update({name: member for name, member in vars(base).items() if not inspect.ismemberdescriptor(member)})
        members.update({name: ("field", hint) for name, hint in vars(base).get("__annotations__", {}).items()})
    for name, member in sorted(members.items()):
        is_public = not name.startswith("_") or name in PROTOCOLS
        if is_public and not (isinstance(member, enum.Enum) or member is None):
            yield from member_lines(f"{path}.{name}", member)


def member_lines(path, member):
    """Yield the line of a class's member."""
    if isinstance(member, tuple) and member[:1] == ("field",):
        yield f"{path}: {annotation(member[1])}"
    elif isinstance(member, property) or type(member).__name__ == "cached_property":
        getter = member.fget if isinstance(member, property) else member.func
        yield f"{path}: {annotation(inspect.signature(getter).return_annotation)} (property)"
    elif isinstance(member, classmethod):
        yield f"{path}{signature(member.__func__, bound=1)} (class method)"
    elif isinstance(member, staticmethod):
        yield f"{path}{signature(member.__func__, bound=0)} (static method)"
    elif callable(member):
        yield f"{path}{signature(member, bound=1)}"
    else:
        yield f"{path}: {type(member).__name__}"


def lines():
    """Yield every line of the listing."""
    for module_name in MODULES:
        module = importlib.import_module(module_name)
        yield f"module {module_name}"
        for name in public_names(module):
            path, value = f"{module_name}.{name}", getattr(module, name)
            if inspect.isclass(value):
                yield from class_lines(path, value)
            elif inspect.isroutine(value):
                yield path + signature(value, bound=0)
            elif name.endswith("Like"):
                yield f"{path} = {annotation(value)}"
            else:
                yield f"{path}: {type(value).__name__}"
    for module_name, name in CHOICES:
        yield f"{name} = {annotation(getattr(importlib.import_module(module_name), name))}"


if __name__ == "__main__":
    print(*lines(), sep="\n")

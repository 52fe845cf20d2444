"""Runs the cells of a notebook in order, as Jupyter does, and prints the notebook with their outputs.

Of an output there are what a cell prints and what its last expression is worth: as text, and as a picture where it has one.
"""
import ast
import contextlib
import io
import json
import sys


def lines(text):
    return text.splitlines(keepends=True)


def run(cell, number, names):
    body = ast.parse("".join(cell["source"])).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(ast.Module(body, []), f"cell {number}", "exec"), names)
        value = eval(compile(ast.Expression(last.value), f"cell {number}", "eval"), names) if last else None
    cell["execution_count"] = number
    cell["outputs"] = []
    if printed.getvalue():
        cell["outputs"].append({"name": "stdout", "output_type": "stream", "text": lines(printed.getvalue())})
    if value is not None:
        data = {"text/plain": lines(repr(value))}
        if hasattr(value, "_repr_svg_"):
            data = {"image/svg+xml": lines(value._repr_svg_()), **data}
        cell["outputs"].append(
            {"data": data, "execution_count": number, "metadata": {}, "output_type": "execute_result"})


with open(sys.argv[1], encoding="utf-8") as file:
    notebook = json.load(file)
shared = {"__name__": "__main__"}
for count, code in enumerate((cell for cell in notebook["cells"] if cell["cell_type"] == "code"), 1):
    run(code, count, shared)
print(json.dumps(notebook, ensure_ascii=False, indent=1))

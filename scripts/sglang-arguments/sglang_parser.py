"""SGLang's own argument parser, without the parts of SGLang that need a GPU."""

import argparse
import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types
from unittest import mock

# Packages that SGLang imports when it is loaded, and that its arguments do not need.
NOT_NEEDED = ("triton", "torchvision")


class Stub(types.ModuleType):
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        setattr(self, name, mock.MagicMock(name=f"{self.__name__}.{name}"))
        return getattr(self, name)


class Stubs(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Stands in for packages that are not installed."""

    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in NOT_NEEDED:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return Stub(spec.name)

    def exec_module(self, module):
        pass


def server_parser():
    # Last, so that a package that is installed is taken.
    sys.meta_path.append(Stubs())
    with contextlib.redirect_stdout(sys.stderr):
        from sglang.srt.server_args import ServerArgs

        parser = argparse.ArgumentParser(prog="sglang serve")
        ServerArgs.add_cli_args(parser)
    return parser

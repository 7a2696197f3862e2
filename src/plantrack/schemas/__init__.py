"""JSON Schemas (2020-12) of every kind of file and of the machine-readable diff, made from the model."""

from plantrack.schemas.catalogue import SCHEMA_KINDS, schema_for, write_schemas

__all__ = ["SCHEMA_KINDS", "schema_for", "write_schemas"]

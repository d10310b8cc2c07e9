import type { DataSource, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

/** A row as the driver gives it. */
export type Row = Record<string, unknown>;

/**
 * The columns of an entity in a hand-written statement, and the entity that a row holds in them: several entities of
 * one statement, whose text, unlike a query builder's, is assembled once.
 */
export class EntityColumns<Entity extends ObjectLiteral> {
  /** for SELECT */
  readonly sql: string;
  private readonly metadata: EntityMetadata;
  private readonly names: { property: string; name: string; column: Column }[];
  private readonly key: string;

  /** @param alias of its table in the statement */
  constructor(
    private readonly source: DataSource,
    entity: EntityTarget<Entity>,
    alias: string,
  ) {
    this.metadata = source.getMetadata(entity);
    const { columns, primaryColumns } = this.metadata;
    const nameOf = ({ databaseName }: Column) => `${alias}_${databaseName}`;
    const selected = columns.filter(({ isSelect }) => isSelect);
    this.sql = selected.map((column) => `${alias}.${column.databaseName} AS ${nameOf(column)}`).join(', ');
    this.names = selected.map((column) => ({ property: column.propertyName, name: nameOf(column), column }));
    this.key = nameOf(primaryColumns[0]!);
  }

  /** Null where an outer join found none. */
  of(row: Row): Entity | null {
    if (row[this.key] === null) return null;
    const { driver } = this.source;
    const entity = this.metadata.create() as Row;
    for (const { property, name, column } of this.names)
      entity[property] = driver.prepareHydratedValue(row[name], column);
    return entity as Entity;
  }
}

type Column = Parameters<DataSource['driver']['prepareHydratedValue']>[1];

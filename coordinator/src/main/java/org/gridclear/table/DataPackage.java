package org.gridclear.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gridclear.file.StoredFiles;
import org.gridclear.json.Json;

/**
 * Names every table and column of an output folder in {@code datapackage.json}, a Frictionless data
 * package (version 1), and writes tables as Parquet beside CSV where that is asked for. Tables of
 * the same name in the folders of cases are one resource of several files.
 */
public final class DataPackage {
  /** Name of the file. */
  public static final String FILE = "datapackage.json";

  private static final String CSV_END = ".csv";
  private static final String PARQUET_END = ".parquet";

  private final Path folder;
  private final String currency;
  private final Set<TableFormat> beside;
  private final ResultColumns known = new ResultColumns();
  private final Map<String, Resource> resources = new TreeMap<>();

  /** Files of one table. */
  private record Resource(List<Column> columns, List<String> paths) {}

  private DataPackage(Path folder, String currency, Set<TableFormat> beside) {
    this.folder = folder;
    this.currency = currency;
    this.beside = beside;
  }

  /**
   * Describes the CSV files of a folder and of its folders.
   *
   * @param folder where they lie; the description is written there
   * @param title what the folder is, for people
   * @param currency what money is counted in
   * @param beside formats that tables are written in beside CSV: Parquet, and one workbook of all
   * @throws IOException if something cannot be read or written
   */
  public static void write(Path folder, String title, String currency, Set<TableFormat> beside)
      throws IOException {
    DataPackage data = new DataPackage(folder, currency, beside);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(CSV_END)).sorted().toList();
    }
    for (Path file : files) {
      data.add(file);
    }
    data.write(title);
  }

  /**
   * Describes tables that lie in a folder under their names.
   *
   * @throws IOException if the description cannot be written
   */
  public static void write(Path folder, String title, List<Table> tables, Set<TableFormat> beside)
      throws IOException {
    DataPackage data = new DataPackage(folder, "", beside);
    for (Table table : tables) {
      data.resources.put(
          table.name(), new Resource(table.columns(), List.of(table.name() + CSV_END)));
    }
    data.write(title);
  }

  private List<ReportWorkbook.Sheet> sheets() {
    List<ReportWorkbook.Sheet> sheets = new ArrayList<>();
    resources.forEach(
        (name, resource) ->
            sheets.add(
                new ReportWorkbook.Sheet(
                    name,
                    resource.columns(),
                    resource.paths().stream().map(folder::resolve).toList())));
    return sheets;
  }

  private void add(Path file) throws IOException {
    String relative = folder.relativize(file).toString().replace('\\', '/');
    String name = file.getFileName().toString().replace(CSV_END, "");
    boolean ofCase = relative.contains("/");
    StoredTable table = StoredTable.of(file, known, currency);
    List<Column> columns = table.columns();
    String key = (ofCase ? "case-" : "") + name;
    Resource resource =
        resources.computeIfAbsent(key, k -> new Resource(columns, new ArrayList<>()));
    if (!resource.columns().equals(columns)) {
      throw new IllegalStateException("%s has other columns than its kind.".formatted(relative));
    }
    resource.paths().add(relative);
    if (beside.contains(TableFormat.PARQUET)) {
      parquet(file, table);
    }
  }

  private static void parquet(Path file, StoredTable table) throws IOException {
    Path target = file.resolveSibling(table.name() + PARQUET_END);
    try (StoredTable.Lines lines = table.lines();
        OutputStream out = new BufferedOutputStream(StoredFiles.newOutputStream(target))) {
      ParquetTable.write(
          out, new Table(table.name(), table.name(), table.columns(), List.of()), () -> lines);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(String title) throws IOException {
    if (beside.contains(TableFormat.XLSX)) {
      ReportWorkbook.write(folder, sheets());
    }
    List<Object> described = new ArrayList<>();
    resources.forEach(
        (name, resource) -> {
          described.add(described(name, resource, CSV_END, "text/csv"));
          if (beside.contains(TableFormat.PARQUET)) {
            described.add(
                described(
                    name + "-parquet", resource, PARQUET_END, "application/vnd.apache.parquet"));
          }
        });
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("profile", "data-package");
    document.put("name", "gridclear-output");
    document.put("title", title);
    document.put("resources", described);
    StoredFiles.write(
        folder.resolve(FILE),
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
  }

  private static Map<String, Object> described(
      String name, Resource resource, String end, String mediaType) {
    List<String> paths =
        resource.paths().stream().map(path -> path.replaceFirst("\\.csv$", end)).toList();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", name);
    map.put("path", name.startsWith("case-") ? paths : paths.get(0));
    map.put("format", end.substring(1));
    map.put("mediatype", mediaType);
    if (end.equals(CSV_END)) {
      map.put("profile", "tabular-data-resource");
      map.put("encoding", "utf-8");
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("fields", resource.columns().stream().map(DataPackage::field).toList());
    schema.put("missingValues", List.of(""));
    map.put("schema", schema);
    return map;
  }

  private static Map<String, Object> field(Column column) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", column.name());
    field.put("type", column.type().frictionless());
    if (!column.unit().isEmpty()) {
      field.put("unit", column.unit());
    }
    field.put("description", column.description());
    return field;
  }
}

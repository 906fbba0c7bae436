package org.gridclear.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.gridclear.cli.GridClear;
import org.gridclear.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;

/**
 * Every table of every folder, read back by programs of others: DuckDB reads CSV and Parquet, an
 * XML parser the workbook.
 */
class WrittenTablesTest {
  /** Types of a data package as DuckDB calls them in the Parquet file. */
  private static final Map<String, String> TYPES =
      Map.of(
          "string", "VARCHAR",
          "integer", "BIGINT",
          "boolean", "BOOLEAN",
          "date", "DATE",
          "datetime", "TIMESTAMP");

  @TempDir Path folder;

  private Path run(String name, int code, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--quiet", "--parquet", "--xlsx", "--out", folder.resolve(name).toString()));
    assertEquals(code, GridClear.run(all.toArray(String[]::new)), name);
    return folder.resolve(name);
  }

  @Test
  void csvParquetAndWorkbookHoldTheSame() throws Exception {
    Path day = folder.resolve("day.json");
    try (InputStream in = WrittenTablesTest.class.getResourceAsStream("/pages/day.json")) {
      String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      Files.writeString(
          day,
          text.replace("\"periodCount\": 6", "\"firstDay\": \"2026-10-01\", \"periodCount\": 6"));
    }
    assertEquals(0, GridClear.run("settle", "synthesize", folder + "/month", "--entities", "12"));
    check(run("clear", 0, "clear", day.toString()), 14);
    check(run("screen", 1, "screen", "ieee14", "--ac", "--flows", "all"), 6);
    check(run("close", 0, "settle", "month", folder + "/month"), 5);
    assertEquals(0, GridClear.run("settle", "audit", folder + "/close"));
  }

  private static void check(Path out, int tables) throws Exception {
    JsonNode data = Json.MAPPER.readTree(Files.readAllBytes(out.resolve("datapackage.json")));
    Map<String, List<List<String>>> sheets = sheets(out.resolve("report.xlsx"));
    int seen = 0;
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      for (JsonNode resource : data.get("resources")) {
        if (!resource.get("format").asString().equals("csv")) {
          continue;
        }
        seen++;
        JsonNode path = resource.get("path");
        String csv = out.resolve(path.isString() ? path.asString() : path.get(0).asString()) + "";
        same(duck, csv, resource, sheets.get(tab(resource.get("name").asString())));
      }
    }
    assertTrue(seen >= tables, out + ": " + seen);
    assertEquals(seen + 1, sheets.size(), "a sheet a table, and the contents");
  }

  private static String tab(String name) {
    return name.substring(0, Math.min(31, name.length()));
  }

  private static void same(Connection duck, String csv, JsonNode resource, List<List<String>> sheet)
      throws SQLException {
    String parquet = csv.replace(".csv", ".parquet");
    List<String> types =
        query(duck, "select column_type from (describe select * from '%s')", parquet);
    List<String> parts = new ArrayList<>();
    int c = 0;
    for (JsonNode field : resource.get("schema").get("fields")) {
      String type = field.get("type").asString();
      String name = "\"" + field.get("name").asString() + "\"";
      String of = types.get(c++);
      boolean exact = of.startsWith("DECIMAL");
      assertEquals(exact ? of : TYPES.getOrDefault(type, "DOUBLE"), of, csv + " " + name);
      // What CSV says as text has to be the typed value; texts come without what keeps formulas
      // out.
      parts.add(
          type.equals("string")
              ? "coalesce(p.%s, '') = coalesce(c.%s, '')".formatted(name, name)
              : "p.%s is not distinct from try_cast(replace(nullif(c.%s, ''), 'INF', 'inf') as %s)"
                  .formatted(name, name, of));
    }
    String count = query(duck, "select count(*) from '%s'", parquet).get(0);
    String agree =
        query(
                duck,
                "select count(*) from (select *, row_number() over () as nr from '%s') p join"
                    + " (select *, row_number() over () as nr from read_csv('"
                    + csv
                    + "', all_varchar = true, header = true, quote = '\"', delim = ',',"
                    + " escape = '\"')) c on p.nr = c.nr where "
                    + String.join(" and ", parts),
                parquet)
            .get(0);
    assertEquals(count, agree, csv);
    assertEquals(Integer.parseInt(count) + 1, sheet.size(), csv + " as a sheet");
    int more = resource.get("name").asString().startsWith("case-") ? 1 : 0;
    for (int k = 0; k < types.size() && Integer.parseInt(count) > 0; k++) {
      boolean number = types.get(k).equals("DOUBLE") || types.get(k).startsWith("DECIMAL");
      if (number) {
        double sum = 0;
        for (List<String> row : sheet.subList(1, sheet.size())) {
          String cell = k + more < row.size() ? row.get(k + more) : "";
          sum += cell.isEmpty() || cell.endsWith("INF") ? 0 : Double.parseDouble(cell);
        }
        String column = resource.get("schema").get("fields").get(k).get("name").asString();
        String total =
            query(
                    duck,
                    "select coalesce(sum(case when isfinite(\"%s\"::double) then \"%s\"::double end), 0) from '%%s'"
                        .formatted(column, column),
                    parquet)
                .get(0);
        assertEquals(Double.parseDouble(total), sum, 1e-6 * Math.max(1, Math.abs(sum)), csv);
      }
    }
  }

  private static List<String> query(Connection duck, String sql, String file) throws SQLException {
    List<String> cells = new ArrayList<>();
    try (Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(sql.formatted(file))) {
      while (result.next()) {
        cells.add(result.getString(1));
      }
    }
    return cells;
  }

  /** Cells of every sheet as texts, by its name. */
  private static Map<String, List<List<String>>> sheets(Path xlsx)
      throws IOException, ParserConfigurationException, SAXException {
    Map<String, List<List<String>>> sheets = new HashMap<>();
    try (ZipFile zip = new ZipFile(xlsx.toFile())) {
      NodeList names = elements(zip, "xl/workbook.xml", "sheet");
      List<String> shared = new ArrayList<>();
      NodeList texts = elements(zip, "xl/sharedStrings.xml", "si");
      for (int k = 0; k < texts.getLength(); k++) {
        shared.add(texts.item(k).getTextContent());
      }
      for (int s = 0; s < names.getLength(); s++) {
        NodeList rows = elements(zip, "xl/worksheets/sheet%d.xml".formatted(s + 1), "row");
        List<List<String>> table = new ArrayList<>();
        for (int r = 0; r < rows.getLength(); r++) {
          table.add(cells((Element) rows.item(r), shared));
        }
        sheets.put(((Element) names.item(s)).getAttribute("name"), table);
      }
    }
    return sheets;
  }

  private static List<String> cells(Element row, List<String> shared) {
    List<String> cells = new ArrayList<>();
    NodeList all = row.getElementsByTagName("c");
    for (int k = 0; k < all.getLength(); k++) {
      Element cell = (Element) all.item(k);
      int column = 0;
      for (char letter : cell.getAttribute("r").replaceAll("[0-9]", "").toCharArray()) {
        column = 26 * column + letter - 'A' + 1;
      }
      while (cells.size() < column) {
        cells.add("");
      }
      String value = cell.getTextContent();
      boolean text = cell.getAttribute("t").equals("s");
      cells.set(column - 1, text ? shared.get(Integer.parseInt(value)) : value);
    }
    return cells;
  }

  private static NodeList elements(ZipFile zip, String entry, String tag)
      throws IOException, ParserConfigurationException, SAXException {
    try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement()
          .getElementsByTagName(tag);
    }
  }
}

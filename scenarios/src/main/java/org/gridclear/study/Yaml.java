package org.gridclear.study;

import org.gridclear.json.Json;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The one way to parse YAML as far as {@link YamlDialect} goes, and with it JSON. */
public final class Yaml {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Yaml() {}

  /**
   * Parses a document. One that is not well-formed or not an object is reported, and an empty
   * object is returned.
   *
   * @param advice what a document of this kind looks like
   */
  public static JsonNode parse(String text, IssueLog log, String advice) {
    try {
      if (YamlDialect.refuses(text, log)) {
        return Json.MAPPER.createObjectNode();
      }
      JsonNode document = MAPPER.readTree(text);
      if (document != null && document.isObject()) {
        return document;
      }
      log.add(Rule.SYNTAX, "document", "", "not an object", advice);
    } catch (MismatchedInputException e) {
      // Only trailing text is a mismatch of a tree.
      log.add(
          Rule.SYNTAX,
          e.getLocation() == null ? "document" : "line " + e.getLocation().getLineNr(),
          "",
          "a second document",
          "Give one document in a file: leave out '---' between two.");
    } catch (JacksonException e) {
      String where =
          e.getLocation() == null ? "" : " (line %d)".formatted(e.getLocation().getLineNr());
      log.add(
          Rule.SYNTAX,
          "document",
          "",
          Json.firstLine(e.getMessage()) + where,
          "Check the indents.");
    } catch (YamlEngineException e) {
      // What the reader below refuses, such as control characters, is not wrapped on the way.
      String what = Json.firstLine(e.getMessage()).replaceAll("\\p{Cntrl}", "?");
      log.add(Rule.SYNTAX, "document", "", what, "Take control characters out.");
    }
    return Json.MAPPER.createObjectNode();
  }
}

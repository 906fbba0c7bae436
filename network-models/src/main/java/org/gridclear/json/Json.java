package org.gridclear.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** The one way to parse and print JSON. */
public final class Json {
  /** Strict about duplicate names and trailing text; NaN is parsed so that it can be reported. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /**
   * Parses a document, gzipped or not. A document that is not well-formed or not an object is
   * reported, and an empty object is returned.
   */
  public static JsonNode parse(byte[] content, IssueLog log) {
    return parse(content, log, MAPPER.reader());
  }

  /** As {@link #parse}, with every decimal as it is written and not as the nearest double. */
  public static JsonNode parseExact(byte[] content, IssueLog log) {
    return parse(
        content, log, MAPPER.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS));
  }

  private static JsonNode parse(byte[] content, IssueLog log, ObjectReader reader) {
    try (InputStream in = plain(content)) {
      JsonNode node = reader.readTree(in);
      if (node != null && node.isObject()) {
        return node;
      }
      log.add(Rule.SYNTAX, "document", "", "not an object", "A case file is one JSON object.");
    } catch (MismatchedInputException e) {
      // Only trailing text is a mismatch of a tree.
      String line = e.getLocation() == null ? "document" : "line " + e.getLocation().getLineNr();
      log.add(Rule.SYNTAX, line, "", "text after the end", "A case file is one JSON object.");
    } catch (JacksonException e) {
      String line = e.getLocation() == null ? "document" : "line " + e.getLocation().getLineNr();
      log.add(Rule.SYNTAX, line, "", firstLine(e.getOriginalMessage()), "Is the file cut off?");
    } catch (IOException e) {
      log.add(Rule.SYNTAX, "document", "", firstLine(e.getMessage()), "Is the file cut off?");
    }
    return MAPPER.createObjectNode();
  }

  /** The content without its gzip wrapping, if it has one. */
  static InputStream plain(byte[] content) throws IOException {
    InputStream in = new ByteArrayInputStream(content);
    boolean gzipped =
        content.length > 2 && (content[0] & 0xff) == 0x1f && (content[1] & 0xff) == 0x8b;
    return gzipped ? new GZIPInputStream(in) : in;
  }

  /** The first line of a parser's message. */
  public static String firstLine(@Nullable String message) {
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }
}

package org.gridclear.market.store.publication;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.signature.SigningKeys;
import org.gridclear.signature.TrustedKeys;
import org.jdbi.v3.core.Handle;

/** Signatures of publications, each over a text with all that a publication says. */
public final class PublicationSignatures {
  private PublicationSignatures() {}

  /** What is signed of a publication: a line a fact, the reason last, for it may have lines. */
  public static byte[] text(PublicationRow row) {
    return """
    GridClear publication 1
    number %d
    kind %s
    market %s
    date %s
    cycle %d
    version %d
    action %s
    replaces %s
    catalogue %d
    content %s
    by %s
    at %s
    reason %s
    """
        .formatted(
            row.number(),
            row.kind(),
            row.subject().market(),
            row.subject().date(),
            row.subject().cycle(),
            row.subject().version(),
            row.action(),
            row.replaces().isPresent() ? row.replaces().getAsLong() : "-",
            row.catalogueVersion(),
            row.contentHash(),
            row.by(),
            row.at(),
            row.reason())
        .getBytes(StandardCharsets.UTF_8);
  }

  static void add(Handle handle, SigningKeys keys, PublicationRow row) {
    handle
        .createUpdate(
            "INSERT INTO publication_signature (number, signature) VALUES (:number, :signature)")
        .bind("number", row.number())
        .bind("signature", HexFormat.of().formatHex(keys.detached(text(row))))
        .execute();
  }

  /**
   * What came of a check.
   *
   * @param publications how many there are
   * @param findings what is not signed, or is not what was signed, a line each
   */
  public record Checked(int publications, List<String> findings) {}

  /** Compares all publications of a market with their signatures. */
  public static Checked check(MarketDatabase database, TrustedKeys trusted) {
    return database.jdbi().withHandle(handle -> check(handle, trusted));
  }

  private static Checked check(Handle handle, TrustedKeys trusted) {
    Map<Long, String> signatures = new TreeMap<>();
    handle
        .createQuery("SELECT number, signature FROM publication_signature")
        .map((row, context) -> signatures.put(row.getLong(1), row.getString(2)))
        .list();
    List<PublicationRow> rows =
        handle
            .createQuery("SELECT * FROM publication ORDER BY number")
            .map(PublicationSql::publication)
            .list();
    List<String> findings = new ArrayList<>();
    for (PublicationRow row : rows) {
      String signature = signatures.remove(row.number());
      String name =
          "publication %d (%s of %s)".formatted(row.number(), row.kind(), row.subject().text());
      if (signature == null) {
        findings.add(name + " has no signature");
      } else if (!trusted.verifies(text(row), HexFormat.of().parseHex(signature))) {
        findings.add(name + " is not what was signed, or not by the holder of this key");
      }
    }
    signatures.keySet().forEach(number -> findings.add("publication " + number + " is gone"));
    return new Checked(rows.size(), findings);
  }
}

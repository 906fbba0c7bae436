package org.gridclear.monitoring.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.monitoring.index.IndexCatalogue;
import org.gridclear.monitoring.index.IndexCatalogueText;
import org.gridclear.validate.InvalidInputException;

/**
 * The catalogues of a market, by version; until one is set, the one that comes with the program.
 *
 * @param store pieces of the market
 */
public record IndexCatalogues(PieceStore store) {
  /** What it is among the pieces of a market. */
  public static final PieceVersion.Key KEY = new PieceVersion.Key("index-catalogue", "");

  private static final String STANDARD = "/market/monitoring/indices.yaml";

  /** The catalogue that comes with the program, as text. */
  public static byte[] standardText() {
    try (InputStream in = IndexCatalogues.class.getResourceAsStream(STANDARD)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a text that is to be set.
   *
   * @throws InvalidInputException with every issue of it
   */
  public static void check(byte[] text, String name) {
    IndexCatalogueText.read(text, name, 0);
  }

  /** The catalogue that comes with the program. */
  public static IndexCatalogue standard() {
    return IndexCatalogueText.read(standardText(), "indices.yaml", 0);
  }

  /** The text of the catalogue that was set last at a time. */
  public byte[] text(Instant time) {
    return newest(time).map(store::content).orElseGet(IndexCatalogues::standardText);
  }

  /** The catalogue that was set last at a time. */
  public IndexCatalogue at(Instant time) {
    return newest(time)
        .map(
            version ->
                IndexCatalogueText.read(
                    store.content(version),
                    "indices version " + version.version(),
                    version.version()))
        .orElseGet(IndexCatalogues::standard);
  }

  /** Of those that hold by then the one that holds for the shortest time, and was set last. */
  private Optional<PieceVersion> newest(Instant time) {
    return store.versions(KEY).stream()
        .filter(each -> !each.recordedAt().isAfter(time))
        .filter(each -> !each.facts().startsAt().isAfter(time))
        .max(
            Comparator.comparing((PieceVersion each) -> each.facts().startsAt())
                .thenComparing(PieceVersion::version));
  }

  /**
   * Sets the catalogue; those that there were stay as earlier versions.
   *
   * @throws InvalidInputException with every issue of the text
   */
  public PieceStore.Recorded set(byte[] text, String name, Recording recording) {
    IndexCatalogueText.read(text, name, 0);
    PieceVersion.Facts facts =
        new PieceVersion.Facts("operator", "", recording.now(), Optional.empty(), recording.now());
    return store.record(
        KEY, () -> new PieceStore.Wanted(facts, text), recording.by(), recording.now());
  }
}

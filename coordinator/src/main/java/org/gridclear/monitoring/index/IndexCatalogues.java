package org.gridclear.monitoring.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.intake.Recording;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.validate.InvalidInputException;

/**
 * The catalogues of a market, by version; until one is set, the one that comes with the program.
 *
 * @param store pieces of the market
 */
public record IndexCatalogues(PieceStore store) {
  private static final PieceVersion.Key KEY = new PieceVersion.Key("index-catalogue", "");
  private static final String STANDARD = "/market/monitoring/indices.yaml";

  /** The catalogue that comes with the program, as text. */
  public static byte[] standardText() {
    try (InputStream in = IndexCatalogues.class.getResourceAsStream(STANDARD)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private Optional<PieceVersion> newest(Instant time) {
    List<PieceVersion> versions =
        store.versions(KEY).stream().filter(each -> !each.recordedAt().isAfter(time)).toList();
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
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

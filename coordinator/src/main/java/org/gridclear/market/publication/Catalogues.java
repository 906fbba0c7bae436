package org.gridclear.market.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
public record Catalogues(PieceStore store) {
  private static final PieceVersion.Key KEY = new PieceVersion.Key("publication-catalogue", "");
  private static final String STANDARD = "/market/publication/catalogue.yaml";

  /** The catalogue that comes with the program, as text. */
  public static byte[] standardText() {
    try (InputStream in = Catalogues.class.getResourceAsStream(STANDARD)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The catalogue that comes with the program. */
  public static Catalogue standard() {
    return CatalogueText.read(standardText(), "catalogue.yaml", 0);
  }

  /** The catalogue that was set last at a time. */
  public Catalogue at(Instant time) {
    List<PieceVersion> versions =
        store.versions(KEY).stream().filter(each -> !each.recordedAt().isAfter(time)).toList();
    return versions.isEmpty() ? standard() : read(versions.get(versions.size() - 1));
  }

  /** A version of the catalogue; 0 is the one that comes with the program. */
  public Catalogue version(int version) {
    if (version == 0) {
      return standard();
    }
    return store.versions(KEY).stream()
        .filter(each -> each.version() == version)
        .findFirst()
        .map(this::read)
        .orElseThrow(
            () -> new IllegalArgumentException("There is no catalogue version " + version + "."));
  }

  private Catalogue read(PieceVersion version) {
    return CatalogueText.read(
        store.content(version), "catalogue version " + version.version(), version.version());
  }

  /**
   * Sets the catalogue; those that there were stay as earlier versions.
   *
   * @throws InvalidInputException with every issue of the text
   */
  public PieceStore.Recorded set(byte[] text, String name, Recording recording) {
    CatalogueText.read(text, name, 0);
    PieceVersion.Facts facts =
        new PieceVersion.Facts("operator", "", recording.now(), Optional.empty(), recording.now());
    return store.record(
        KEY, () -> new PieceStore.Wanted(facts, text), recording.by(), recording.now());
  }

  /** Sets the catalogue for an account, now; as the other does. */
  public PieceStore.Recorded set(byte[] text, String name, String by, Clock clock) {
    return set(text, name, new Recording(by, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }
}

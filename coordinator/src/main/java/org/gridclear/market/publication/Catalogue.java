package org.gridclear.market.publication;

import java.util.List;
import org.gridclear.validate.UnknownNameException;

/**
 * What a market publishes.
 *
 * @param version its number; 0 for the one that comes with the program
 * @param kinds kinds of data, in the order of the file
 */
public record Catalogue(int version, List<PublicationKind> kinds) {
  public Catalogue {
    kinds = List.copyOf(kinds);
  }

  /**
   * The kind of an id.
   *
   * @throws UnknownNameException if there is none
   */
  public PublicationKind kind(String id) {
    return kinds.stream()
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownNameException(
                    "kind of published data",
                    id,
                    kinds.stream().map(PublicationKind::id).toList()));
  }

  /** The kinds of which a recipient is told. */
  public Catalogue told(Recipient recipient) {
    return new Catalogue(version, kinds.stream().filter(kind -> kind.tells(recipient)).toList());
  }

  /** Kinds that are of versions of days of a market. */
  public List<PublicationKind> ofMarket(String market) {
    return kinds.stream()
        .filter(kind -> kind.source().ofVersions() && kind.schedules().containsKey(market))
        .toList();
  }
}

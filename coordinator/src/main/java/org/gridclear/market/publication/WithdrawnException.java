package org.gridclear.market.publication;

import org.gridclear.market.store.publication.PublicationRow;

/** What was published holds no longer. */
public final class WithdrawnException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  WithdrawnException(PublicationRow withdrawal) {
    super(
        "%s of %s was withdrawn by publication %d: %s"
            .formatted(
                withdrawal.kind(),
                withdrawal.subject().text(),
                withdrawal.number(),
                withdrawal.reason()));
  }
}

package org.gridclear.cli.publication;

import java.io.IOException;
import org.gridclear.account.Actor;
import org.gridclear.market.publication.Notices;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.publication.PublicationRow;

/** Something that publishes. */
@FunctionalInterface
interface NoticeWork {
  PublicationRow of(Notices notices, MarketClock clock, Actor actor) throws IOException;
}

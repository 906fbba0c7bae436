package org.gridclear.cli.publication;

import java.util.List;
import org.gridclear.account.Actor;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.publication.Publishing.Outcome;
import org.gridclear.market.publication.ScheduledPublishing;

/** Something that publishes. */
@FunctionalInterface
interface PublishWork {
  List<Outcome> of(ScheduledPublishing publishing, DayStore days, Actor actor);
}

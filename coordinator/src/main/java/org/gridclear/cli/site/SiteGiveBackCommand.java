package org.gridclear.cli.site;

import org.gridclear.site.SiteOrders;
import picocli.CommandLine.Command;

/** {@code gridclear site give-back}: has the active site hand over to this one. */
@Command(
    name = "give-back",
    description = {
      "Have the active site hand over to this one, which follows it: it changes nothing any"
          + " more,",
      "this one takes the rest. Nothing is lost that was acknowledged."
    })
final class SiteGiveBackCommand extends SiteOrderCommand {
  @Override
  String order() {
    return SiteOrders.GIVE_BACK;
  }
}

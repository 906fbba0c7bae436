package org.gridclear.cli.site;

import org.gridclear.site.SiteOrders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gridclear site take-over}: makes the standby site the active one. */
@Command(
    name = "take-over",
    description = {
      "Make the standby site the active one, after the active was lost. Refused until the active",
      "one has stopped by itself: its lease, after its last word."
    })
final class SiteTakeOverCommand extends SiteOrderCommand {
  @Option(
      names = "--force",
      description = "Do not wait: the other site is off, as you know for sure.")
  private boolean force;

  @Override
  String order() {
    return force ? SiteOrders.FORCE : SiteOrders.TAKE_OVER;
  }
}

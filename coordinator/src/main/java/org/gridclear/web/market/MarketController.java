package org.gridclear.web.market;

import org.gridclear.account.Right;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the served market is. */
@RestController
@RequestMapping("/api/v1/market")
class MarketController {
  private final ServedMarket market;

  MarketController(ServedMarket market) {
    this.market = market;
  }

  /**
   * A market as its members may know it.
   *
   * @param name its name
   * @param timeZone zone of time of its trading dates
   * @param currency what money is counted in
   */
  record Served(String name, String timeZone, String currency) {}

  /** Name, zone of time and currency of the market. */
  @GetMapping
  @Needs(Right.READ_MARKET)
  Served show() {
    MarketFolder.Facts facts = market.folder().facts();
    return new Served(facts.name(), facts.timeZone(), facts.currency());
  }
}

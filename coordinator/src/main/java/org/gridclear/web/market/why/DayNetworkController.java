package org.gridclear.web.market.why;

import java.time.LocalDate;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.report.page.NetworkFrames;
import org.gridclear.report.page.NetworkPicture;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.why.Answers;
import org.gridclear.whatif.KeptCase;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The network of a version of a day, for who sees all of it. */
@RestController
@RequestMapping("/api/v1/markets/{market}/days/{date}/versions/{version}")
class DayNetworkController {
  private final Versions versions;
  private final Answers answers;

  DayNetworkController(Versions versions, Answers answers) {
    this.versions = versions;
    this.answers = answers;
  }

  /** Buses with their places and branches with their ends, of a version. */
  @GetMapping("/network")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_RESULTS})
  Map<?, ?> network(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable String version,
      @RequestParam(defaultValue = "0") int cycle) {
    DayKey key = new DayKey(DayKey.market(market), date, cycle);
    DayVersion asked = versions.version(caller, key, version);
    return answers.kept(
        "network of " + asked.text() + " " + asked.caseHash(),
        Map.class,
        () -> NetworkPicture.of(versions.found(asked).kept().clearingCase().day().network()));
  }

  /** Prices of all buses and loadings of all branches in every period, as bytes. */
  @GetMapping(path = "/network/frames", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_RESULTS})
  byte[] frames(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable String version,
      @RequestParam(defaultValue = "0") int cycle) {
    DayKey key = new DayKey(DayKey.market(market), date, cycle);
    KeptCase kept = versions.found(versions.version(caller, key, version)).kept();
    return NetworkFrames.of(kept.clearingCase(), kept.result());
  }
}

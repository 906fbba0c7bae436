package org.gridclear.web.market.publishing;

import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.publication.MessageText;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Versions are published and withdrawn by hand. */
@RestController
@RequestMapping("/api/v1/publications")
class VersionPublishingController {
  private final ServedPublishing served;

  VersionPublishingController(ServedPublishing served) {
    this.served = served;
  }

  /** Publishes kinds of data of an approved version, all or none; 409 if it is not approved. */
  @PostMapping(path = "/versions", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  List<Map<String, Object>> version(Caller caller, @RequestBody WantedVersion wanted) {
    List<String> kinds = wanted.kinds() == null ? List.of() : wanted.kinds();
    DayVersion version = served.find(wanted);
    return OutcomeText.fields(
        ServedPublishing.asked(
            () -> served.publishing().publishing().version(version, kinds, caller.name())));
  }

  /** Withdraws a published version; 409 if it is not published. */
  @PostMapping(path = "/withdrawals", consumes = "application/json")
  @Needs(Right.APPROVE_DAY)
  List<Map<String, Object>> withdraw(Caller caller, @RequestBody WantedVersion wanted) {
    String reason = wanted.reason() == null ? "" : wanted.reason();
    DayVersion version = served.find(wanted);
    List<PublicationRow> rows =
        ServedPublishing.asked(
            () -> served.publishing().publishing().withdraw(version, reason, caller.name()));
    return rows.stream().map(MessageText::fields).toList();
  }
}

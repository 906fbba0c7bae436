package org.gridclear.web.market.publishing;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.publication.disclosure.Disclosure;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether what has to be published was. */
@RestController
@RequestMapping("/api/v1/publications")
class DisclosureController {
  private final ServedMarket served;

  DisclosureController(ServedMarket served) {
    this.served = served;
  }

  /**
   * Whether what has to be published of a range of dates was, by its time; late and missing first.
   */
  @GetMapping("/disclosure")
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> disclosure(
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        new Disclosure(served.folder(), served.days(), Clock.systemUTC()).table(from, to), format);
  }
}

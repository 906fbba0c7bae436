package org.gridclear.web.monitoring.inquiry;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.inquiry.Inquiries;
import org.gridclear.market.inquiry.Inquiry;
import org.gridclear.market.result.Viewer;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the regulator asks about prices, and what the operator explains (L-03). */
@RestController
@RequestMapping("/api/v1/inquiries")
class InquiryController {
  private final ServedInquiries served;

  InquiryController(ServedInquiries served) {
    this.served = served;
  }

  /** All inquiries, the newest first. */
  @GetMapping
  @Needs({Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> list(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    Inquiries inquiries = served.inquiries();
    return TableAnswer.of(inquiries.table(inquiries.list()), format);
  }

  /** Asks how a price came about. */
  @PostMapping(consumes = "application/json")
  @Needs(Right.SUPERVISE)
  Map<String, Object> ask(Caller caller, @RequestBody InquiryQuestion asked) {
    String market = ServedInquiries.given("market", asked.market());
    String zone = ServedInquiries.given("zone", asked.zone());
    String question = ServedInquiries.given("question", asked.question());
    Instant due = served.time(ServedInquiries.given("due", asked.due()));
    if (asked.date() == null) {
      throw new IllegalArgumentException("Give date.");
    }
    Inquiry.Subject subject = new Inquiry.Subject(market, asked.date(), zone);
    Viewer viewer = Viewer.of(caller.scope(), caller.rights());
    return served.answer(inquiries -> inquiries.ask(subject, question, due, caller.name(), viewer));
  }

  /** Explains. */
  @PostMapping(path = "/{number}/explanation", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> explain(
      Caller caller, @PathVariable long number, @RequestBody InquiryExplanation said) {
    String text = ServedInquiries.given("text", said.text());
    return served.answer(inquiries -> inquiries.explain(number, text, caller.name()));
  }

  /** Takes an explanation, or refuses it and asks for another. */
  @PostMapping(path = "/{number}/decision", consumes = "application/json")
  @Needs(Right.SUPERVISE)
  Map<String, Object> decide(
      Caller caller, @PathVariable long number, @RequestBody InquiryDecision decision) {
    if (decision.accept() == null || (decision.accept() && decision.due() != null)) {
      throw new IllegalArgumentException(
          "Say accept (true or false) and comment, and due where it is false.");
    }
    String comment = ServedInquiries.given("comment", decision.comment());
    if (decision.accept()) {
      return served.answer(inquiries -> inquiries.accept(number, comment, caller.name()));
    }
    Instant due = served.time(ServedInquiries.given("due", decision.due()));
    return served.answer(inquiries -> inquiries.refuse(number, comment, due, caller.name()));
  }
}

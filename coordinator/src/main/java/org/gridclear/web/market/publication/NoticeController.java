package org.gridclear.web.market.publication;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.json.Json;
import org.gridclear.market.publication.MessageText;
import org.gridclear.market.publication.Notice;
import org.gridclear.market.publication.NoticeText;
import org.gridclear.market.publication.Notices;
import org.gridclear.market.publication.Recipient;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.AttachedPapers;
import org.gridclear.web.market.ServedMarket;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Notices: published by who operates the market, read by their audience. The acknowledgement of a
 * notice's message is the receipt of reading.
 */
@RestController
@RequestMapping("/api/v1/notices")
class NoticeController {
  private final ServedMarket served;

  NoticeController(ServedMarket served) {
    this.served = served;
  }

  private Notices notices() {
    return Notices.of(served.folder(), served.days(), Clock.systemUTC());
  }

  /** Notices of a range of days; only those that hold now where {@code standing}. */
  @GetMapping
  @Needs({Right.READ_OWN, Right.SUPERVISE, Right.OPERATE_MARKET})
  List<Map<String, Object>> list(
      Caller caller,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "false") boolean standing) {
    Recipient whose = Callers.recipient(caller, recipient);
    return notices().list(whose, caller.scope(), from, to, standing).stream()
        .map(NoticeText::fields)
        .toList();
  }

  private Notices.Shown find(Caller caller, String recipient, long number) {
    Recipient whose = Callers.recipient(caller, recipient);
    return notices()
        .find(whose, caller.scope(), number)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no notice %d.".formatted(number)));
  }

  /** A paper of a notice. */
  @GetMapping("/{number}/papers/{name}")
  @Needs({Right.READ_OWN, Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> paper(
      Caller caller,
      @PathVariable long number,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String recipient) {
    byte[] bytes =
        notices()
            .paper(find(caller, recipient, number), name)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "Notice %d has no paper '%s'.".formatted(number, name)));
    // Never shown in place: a paper is what somebody attached.
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(bytes);
  }

  /** Who was told of a notice, and when each has read it. */
  @GetMapping("/{number}/receipts")
  @Needs(Right.OPERATE_MARKET)
  List<Map<String, Object>> receipts(Caller caller, @PathVariable long number) {
    find(caller, "operator", number);
    List<MessageRow> receipts = notices().receipts(number);
    return receipts.stream().map(MessageText::fields).toList();
  }

  /**
   * What is to be published.
   *
   * @param notice title, text, from, to, audience as docs/market-day.md has them
   * @param papers content by name, Base64
   */
  record Wanted(
      @Nullable Map<String, Object> notice, @Nullable Map<String, @Nullable String> papers) {}

  private Notice read(Wanted wanted) {
    if (wanted.notice() == null) {
      throw new IllegalArgumentException("Give the notice.");
    }
    MarketClock clock = new MarketClock(served.folder().facts().zone());
    Notice notice = Notice.read(Json.MAPPER.writeValueAsBytes(wanted.notice()), "request", clock);
    List<Notice.Paper> papers = new ArrayList<>();
    AttachedPapers.read(wanted.papers())
        .forEach((name, content) -> papers.add(notices().keep(name, content)));
    return notice.with(papers);
  }

  /** Publishes a notice. */
  @PostMapping(consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> publish(Caller caller, @RequestBody Wanted wanted) {
    return MessageText.fields(notices().publish(read(wanted), caller.name()));
  }

  /** Publishes another text in place of a notice, to the same audience. */
  @PostMapping(path = "/{number}/correction", consumes = "application/json")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> correct(
      Caller caller, @PathVariable long number, @RequestBody Wanted wanted) {
    find(caller, "operator", number);
    return MessageText.fields(notices().correct(number, read(wanted), caller.name()));
  }

  /** Withdraws a notice, with a reason. */
  @PostMapping("/{number}/withdrawal")
  @Needs(Right.OPERATE_MARKET)
  Map<String, Object> withdraw(
      Caller caller, @PathVariable long number, @RequestParam(defaultValue = "") String reason) {
    find(caller, "operator", number);
    return MessageText.fields(notices().withdraw(number, reason, caller.name()));
  }
}

package org.gridclear.web.monitoring.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.gridclear.market.inquiry.Inquiries;
import org.gridclear.market.inquiry.Inquiry;
import org.gridclear.market.inquiry.InquiryStateException;
import org.gridclear.market.inquiry.NoSuchInquiryException;
import org.gridclear.market.result.NoResultsException;
import org.gridclear.market.series.MarketClock;
import org.gridclear.web.market.ServedMarket;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Inquiries of the served market. */
@Component
class ServedInquiries {
  private final ServedMarket served;

  ServedInquiries(ServedMarket served) {
    this.served = served;
  }

  /**
   * The inquiries.
   *
   * @throws ResponseStatusException 404 if the server has no market
   */
  Inquiries inquiries() {
    return Inquiries.of(served.folder(), served.days(), Clock.systemUTC());
  }

  /**
   * A text that a call has to give.
   *
   * @throws IllegalArgumentException if it does not
   */
  static String given(String name, @Nullable String value) {
    if (value == null) {
      throw new IllegalArgumentException("Give %s.".formatted(name));
    }
    return value;
  }

  /** A time as somebody writes it, in the market's zone or with an offset. */
  Instant time(String text) {
    return new MarketClock(served.folder().facts().zone()).local(text);
  }

  /**
   * The inquiry after an act, by its number and where it stands.
   *
   * @throws ResponseStatusException 404 for what there is not, 409 for what cannot be as it stands
   */
  Map<String, Object> answer(Function<Inquiries, Inquiry> act) {
    try {
      Inquiry inquiry = act.apply(inquiries());
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("number", inquiry.number());
      answer.put("state", inquiry.last().kind());
      return answer;
    } catch (InquiryStateException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    } catch (NoSuchInquiryException | NoResultsException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    }
  }
}

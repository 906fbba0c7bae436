package org.gridclear.market.exchange;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.market.exchange.Channel.Retry;
import org.gridclear.market.exchange.Channel.Transport;
import org.gridclear.market.exchange.Channel.Transport.Way;
import org.gridclear.market.exchange.Channel.Trigger;
import org.gridclear.market.exchange.Channel.Trigger.When;
import org.gridclear.market.publication.Recipient;
import org.gridclear.study.Yaml;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** Reads channels, YAML or JSON (docs/market-day.md). */
final class ChannelText {
  private static final String ADVICE = "Give channels: with id, partner, format, transport.";
  private static final String NONE = ADVICE + " For no channel at all give channels: [].";
  private static final String ID = "[a-z][a-z0-9-]{0,63}";
  private static final List<String> MARKETS = List.of("lt-ruc", "da", "id", "rt");
  private static final int TRIES_MAX = 100;

  private final IssueLog log;

  private ChannelText(IssueLog log) {
    this.log = log;
  }

  /**
   * Reads channels.
   *
   * @throws InvalidInputException with every issue
   */
  static List<Channel> read(byte[] content, String name) {
    IssueLog log = new IssueLog(name);
    var document = Yaml.parse(new String(content, StandardCharsets.UTF_8), log, ADVICE);
    log.throwIfErrors();
    List<Channel> channels =
        new ChannelText(log).channels(new JsonFields(document, "channels", log));
    log.throwIfErrors();
    return channels;
  }

  private List<Channel> channels(JsonFields root) {
    List<Channel> channels = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonFields fields : root.objects("channels", "channel")) {
      channel(fields).ifPresent(channels::add);
      String id = fields.text("id", "");
      if (!ids.add(id)) {
        log.add(Rule.ID_UNIQUE, fields.element(), "id", id, "Give it its own id.");
      }
    }
    root.done();
    if (!root.has("channels")) {
      log.add(Rule.FIELD_PRESENT, root.element(), "channels", "absent", NONE);
    }
    return channels;
  }

  private Optional<Channel> channel(JsonFields f) {
    int before = log.count();
    String id = f.text("id");
    if (!id.matches(ID)) {
      log.add(Rule.FIELD_TYPE, f.element(), "id", id, "Give small letters, digits and dashes.");
    }
    String partner = f.text("partner");
    HandedFormat format = f.choice("format", HandedFormat.class).orElse(null);
    if (format == null && !f.has("format")) {
      log.add(Rule.FIELD_PRESENT, f.element(), "format", "absent", "Say what goes over it.");
    }
    Transport transport = transport(f);
    // What a format does not go by is not asked for, and refused as unknown.
    boolean triggered = format == null || format.ofVersions() || format == HandedFormat.MESSAGES;
    Trigger trigger =
        triggered && f.has("trigger")
            ? trigger(f.object("trigger", f.element() + " trigger"), format)
            : Trigger.BY_HAND;
    List<String> markets = format == null || format.ofVersions() ? f.texts("markets") : List.of();
    for (String market : markets) {
      if (!MARKETS.contains(market)) {
        String advice = NearestName.advice(market, MARKETS);
        log.add(Rule.REFERENCE_EXISTS, f.element(), "markets", market, advice);
      }
    }
    String recipient = recipient(f, format);
    if (format != null && format.ofVersions() && markets.isEmpty()) {
      log.add(Rule.FIELD_PRESENT, f.element(), "markets", "absent", "Name da, id, rt or lt-ruc.");
    }
    boolean sent = format == null || !format.comesIn();
    Retry retry =
        sent && f.has("retry") ? retry(f.object("retry", f.element() + " retry")) : Retry.STANDARD;
    if (format != null && !format.comesIn() && transport.way() == Way.REST) {
      log.add(
          Rule.FIELD_TYPE,
          f.element(),
          "way",
          "rest",
          "Give folder, oneway, https, sftp, mail or kafka.");
    }
    Set<Way> outAlone = Set.of(Way.HTTPS, Way.MAIL, Way.KAFKA);
    if (format != null && format.comesIn() && outAlone.contains(transport.way())) {
      String way = transport.way().name().toLowerCase(Locale.ROOT);
      log.add(Rule.FIELD_TYPE, f.element(), "way", way, "Give folder, oneway, sftp or rest.");
    }
    f.done();
    return log.count() > before
        ? Optional.empty()
        : Optional.of(
            new Channel(
                id,
                partner,
                Objects.requireNonNull(format),
                transport,
                trigger,
                markets,
                recipient,
                retry));
  }

  private String recipient(JsonFields f, @Nullable HandedFormat format) {
    if (format != HandedFormat.MESSAGES) {
      return "";
    }
    String recipient = f.text("recipient");
    try {
      return Recipient.of(recipient).text();
    } catch (IllegalArgumentException e) {
      log.add(
          Rule.REFERENCE_EXISTS,
          f.element(),
          "recipient",
          recipient,
          "Give member:ID, regulator or operator.");
      return "";
    }
  }

  private Transport transport(JsonFields f) {
    JsonFields fields = f.object("transport", f.element() + " transport");
    Way way = fields.choice("way", Way.class, Way.REST);
    String target = way == Way.REST ? "" : fields.text("target");
    String hostKey = way == Way.SFTP ? fields.text("hostKey") : "";
    fields.done();
    String advice =
        switch (way) {
          case HTTPS ->
              HttpsTransport.allowed(target)
                  ? ""
                  : "Give an address with https, without a user; http is for this machine alone.";
          case SFTP -> SftpTransport.allowed(target) ? "" : "Give sftp://user@host:port/folder.";
          case MAIL ->
              MailTransport.allowed(target)
                  ? ""
                  : "Give smtp://user@host:port/letters@partner.example?from=market@here.example.";
          case KAFKA -> kafka(target) ? "" : "Give host:port,host:port/topic.";
          case FOLDER, ONEWAY, REST -> "";
        };
    if (!advice.isEmpty()) {
      log.add(Rule.FIELD_TYPE, fields.element(), "target", target, advice);
    }
    if (way == Way.SFTP && !hostKey.matches("SHA256:[A-Za-z0-9+/]{43}")) {
      String how = "Give the fingerprint of the host: ssh-keygen -l -E sha256 -f its public key.";
      log.add(Rule.FIELD_TYPE, fields.element(), "hostKey", hostKey, how);
    }
    return new Transport(way, target, hostKey);
  }

  /** Not by the transport, whose library need not be there. */
  private static boolean kafka(String target) {
    return target.matches(
        "[A-Za-z0-9.-]+:\\d{1,5}(,[A-Za-z0-9.-]+:\\d{1,5})*/[A-Za-z0-9._-]{1,249}");
  }

  private Trigger trigger(JsonFields f, @Nullable HandedFormat format) {
    When when = f.choice("when", When.class, When.HAND);
    boolean versions = format != HandedFormat.MESSAGES;
    if (!versions && when != When.HAND && when != When.CONDITION) {
      String said = when.name().toLowerCase(Locale.ROOT);
      log.add(Rule.FIELD_TYPE, f.element(), "when", said, "Messages go by condition or hand.");
    }
    LocalTime at = LocalTime.MIDNIGHT;
    int daysBefore = 0;
    if (when == When.TIMED) {
      String text = f.text("at");
      daysBefore = f.integer("daysBefore", 0);
      try {
        at = LocalTime.parse(text);
      } catch (DateTimeException e) {
        log.add(Rule.FIELD_TYPE, f.element(), "at", text, "Give a time of day such as 17:30.");
      }
    }
    boolean published = versions && when == When.CONDITION && f.flag("published", false);
    Duration every = when == When.ROLLING ? time(f, "every", "PT0S") : Duration.ZERO;
    f.done();
    return new Trigger(when, at, daysBefore, published, every);
  }

  private Retry retry(JsonFields f) {
    int tries = f.integer("tries", Retry.STANDARD.tries());
    if (tries < 1 || tries > TRIES_MAX) {
      log.add(Rule.FIELD_TYPE, f.element(), "tries", tries, "Give 1 to " + TRIES_MAX + ".");
    }
    Duration first = time(f, "first", Retry.STANDARD.first().toString());
    Duration most = time(f, "most", Retry.STANDARD.most().toString());
    f.done();
    return new Retry(tries, first, most);
  }

  private Duration time(JsonFields f, String field, String byDefault) {
    String text = f.text(field, byDefault);
    try {
      Duration time = Duration.parse(text);
      if (!time.isNegative() && time.compareTo(Duration.ofDays(1)) <= 0) {
        return time;
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    log.add(
        Rule.FIELD_TYPE, f.element(), field, text, "Give a duration such as PT15M, P1D at most.");
    return Duration.ZERO;
  }
}

package org.gridclear.market.exchange;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.gridclear.market.store.exchange.OutboxRow;

/**
 * Signed letters with the body as an attachment. A letter that is sent again has the same id, so
 * the partner takes it once. Beyond this machine nothing is said before the connection is
 * encrypted.
 *
 * @param address {@code smtp://user@host:port/letters@partner.example?from=market@here.example}; a
 *     server that wants no login has no user
 * @param password of the user; empty where there is none
 * @param secret the channel's
 * @param clock the time
 */
record MailTransport(URI address, Optional<String> password, byte[] secret, Clock clock)
    implements Delivery {
  private static final String PATIENCE_MILLIS = "10000";
  private static final int PORT = 587;
  private static final String FROM = "from=";
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String LETTERS = "[^@\\s/]+@[^@\\s/]+";

  /** Whether an address names a server, whom letters are for, and whom they are from. */
  static boolean allowed(String target) {
    try {
      URI uri = URI.create(target);
      String user = uri.getUserInfo();
      return "smtp".equals(uri.getScheme())
          && uri.getHost() != null
          && (user == null || !user.contains(":"))
          && uri.getPath().matches("/" + LETTERS)
          && uri.getQuery() != null
          && uri.getQuery().matches(FROM + LETTERS)
          && uri.getFragment() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public String deliver(OutboxRow row, byte[] body) throws IOException {
    boolean here = HERE.contains(address.getHost().toLowerCase(Locale.ROOT));
    Properties properties = new Properties();
    properties.put("mail.smtp.host", address.getHost());
    properties.put("mail.smtp.port", Integer.toString(port()));
    properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.starttls.enable", "true");
    properties.put("mail.smtp.starttls.required", Boolean.toString(!here));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.auth", Boolean.toString(address.getUserInfo() != null));
    Session session = Session.getInstance(properties);
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage letter = letter(session, row, body);
      transport.connect(address.getHost(), port(), address.getUserInfo(), password.orElse(null));
      transport.sendMessage(letter, letter.getAllRecipients());
      return letter.getMessageID();
    } catch (MessagingException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private int port() {
    return address.getPort() < 0 ? PORT : address.getPort();
  }

  private MimeMessage letter(Session session, OutboxRow row, byte[] body)
      throws MessagingException {
    Instant time = clock.instant();
    MimeMessage letter = new MimeMessage(session);
    letter.setFrom(new InternetAddress(address.getQuery().substring(FROM.length())));
    letter.setRecipient(
        Message.RecipientType.TO, new InternetAddress(address.getPath().substring(1)));
    letter.setSubject("%s %s".formatted(row.channel(), row.id()), "UTF-8");
    letter.setSentDate(Date.from(time));
    letter.setHeader("X-Gridclear-Channel", row.channel());
    letter.setHeader("X-Gridclear-Id", row.id());
    letter.setHeader("X-Gridclear-Sequence", Long.toString(row.sequence()));
    letter.setHeader("X-Gridclear-Time", Long.toString(time.getEpochSecond()));
    letter.setHeader("X-Gridclear-Signature", Signature.of(secret, time, body));
    MimeBodyPart words = new MimeBodyPart();
    words.setText("%s, number %d of %s".formatted(row.id(), row.sequence(), row.channel()));
    MimeBodyPart file = new MimeBodyPart();
    file.setDataHandler(new DataHandler(new ByteArrayDataSource(body, "application/json")));
    file.setFileName(FolderTransport.name(row));
    letter.setContent(new MimeMultipart(words, file));
    letter.saveChanges();
    return letter;
  }
}

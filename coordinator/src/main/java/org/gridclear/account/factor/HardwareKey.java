package org.gridclear.account.factor;

/**
 * A hardware key of a user (WebAuthn).
 *
 * @param label what its owner calls it
 * @param id credential id, base64url
 * @param site name of the server with which it was registered
 * @param credential attested credential data with the public key, base64
 * @param count last value of its own counter; 0 where it has none
 * @param addedMillis when it was registered
 * @param challengeMillis until when the challenge was good by which it logged in last, 0 before;
 *     older ones are not taken again
 */
public record HardwareKey(
    String label,
    String id,
    String site,
    String credential,
    long count,
    long addedMillis,
    long challengeMillis) {
  HardwareKey used(long now, long until) {
    return new HardwareKey(label, id, site, credential, now, addedMillis, until);
  }
}

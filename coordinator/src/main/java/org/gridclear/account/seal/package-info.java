/** Seals over the audit log that anybody verifies with a public key (Ed25519). */
package org.gridclear.account.seal;

/** What a device does to a group of others, in active and reactive power. */
package org.gridclear.security.sensitivity;

/** A site that is lost under load, and another that takes over. */
package org.gridclear.bench.site;

/** Whether what has to be published was, by its time. */
package org.gridclear.market.publication.disclosure;

/** Makes what people download of the materialised products: archives, images, a Debian package, and what is said about them. */
package org.volans.dist;

package org.volans.docs;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The book as the program's Help: {@code toc.xml}, and the pages in {@code help/}. */
final class HelpWriter {

    private static final String PAGES = "help/";

    private final Book book;
    private final Map<Path, Page> bySource;
    private final PageRenderer renderer;

    HelpWriter(Book book) {
        this.book = book;
        this.bySource = book.bySource();
        this.renderer = new PageRenderer(book.files().keySet());
    }

    void write(Folder out) throws IOException {
        Template template = Mustache.compiler().compile(Folder.resource("help.html"));
        for (Page page : book.pages()) {
            String root = Output.link(page.output(), "index.html").replace("index.html", "");
            out.write(
                    PAGES + page.output(),
                    template.execute(Map.of("title", page.title(), "body", renderer.body(page), "root", root)));
        }
        for (Map.Entry<String, Path> file : book.files().entrySet()) {
            out.copy(book.root().resolve(file.getValue()), PAGES + file.getKey());
        }
        out.copyResource("volans.css", PAGES + "volans.css");
        out.write("toc.xml", contents());
    }

    private String contents() throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            // What the help system knows a table of contents by.
            xml.writeProcessingInstruction("eclipse", "version=\"3.4\"");
            xml.writeStartElement("toc");
            xml.writeAttribute("label", "Volans");
            xml.writeAttribute("topic", PAGES + book.index().output());
            for (Navigation.Group group : book.navigation().groups()) {
                xml.writeStartElement("topic");
                xml.writeAttribute("label", group.title());
                topics(xml, group.entries());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IOException("toc.xml cannot be written", e);
        }
        return text.toString();
    }

    private void topics(XMLStreamWriter xml, List<Navigation.Entry> entries) throws XMLStreamException {
        for (Navigation.Entry entry : entries) {
            xml.writeStartElement("topic");
            xml.writeAttribute("label", entry.title());
            xml.writeAttribute("href", PAGES + bySource.get(entry.source()).output());
            topics(xml, entry.below());
            xml.writeEndElement();
        }
    }
}

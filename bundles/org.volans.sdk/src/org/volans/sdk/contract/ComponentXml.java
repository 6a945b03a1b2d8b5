package org.volans.sdk.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What declarative services know of a class: the description that the build makes of its annotations (OSGi Compendium,
 * section 112.4), found where a framework finds it.
 *
 * @param properties service properties: texts, numbers, or lists of texts
 * @param interfaces under which the service is registered
 * @param scope      singleton, bundle or prototype
 */
record ComponentXml(Map<String, Object> properties, List<String> interfaces, String scope) {

    /** @throws AssertionError when there is none */
    static ComponentXml of(Class<?> type) {
        String path = "OSGI-INF/" + type.getName() + ".xml";
        try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError(type.getName() + " is no component: the build has made no " + path
                        + ". Annotate the class with @Component, or override properties() of the contract.");
            }
            return read(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static ComponentXml read(Element component) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Element property : elements(component, "property")) {
            String value = property.getAttribute("value");
            boolean number = property.getAttribute("type").equals("Integer");
            Object one = number ? Integer.valueOf(value) : value;
            // an array stands as lines of the element's content
            Object all = property.getTextContent()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            properties.put(property.getAttribute("name"), property.hasAttribute("value") ? one : all);
        }
        List<String> interfaces = elements(component, "provide").stream()
                .map(e -> e.getAttribute("interface"))
                .toList();
        String scope = elements(component, "service").stream()
                .map(e -> e.getAttribute("scope"))
                .findFirst()
                .orElse("");
        return new ComponentXml(properties, interfaces, scope.isEmpty() ? "singleton" : scope);
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}

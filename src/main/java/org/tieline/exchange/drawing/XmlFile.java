package org.tieline.exchange.drawing;

import java.io.Writer;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Writes elements of XML by the serializer of the JDK, which escapes what they say. */
final class XmlFile {
    private final TransformerHandler handler;

    XmlFile(Writer writer) throws SAXException {
        try {
            handler = ((SAXTransformerFactory) TransformerFactory.newDefaultInstance()).newTransformerHandler();
        } catch (TransformerConfigurationException e) {
            throw new SAXException(e);
        }
        handler.getTransformer().setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        handler.getTransformer().setOutputProperty(OutputKeys.INDENT, "yes");
        handler.setResult(new StreamResult(writer));
        handler.startDocument();
    }

    /** @param attributes names and values in turn; one whose value is null is left out */
    void begin(String element, @Nullable Object... attributes) throws SAXException {
        AttributesImpl all = new AttributesImpl();
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                String name = attributes[i].toString();
                all.addAttribute("", name, name, "CDATA", attributes[i + 1].toString());
            }
        }
        handler.startElement("", element, element, all);
    }

    void end(String element) throws SAXException {
        handler.endElement("", element, element);
    }

    /** An element without anything in it. */
    void empty(String element, Object... attributes) throws SAXException {
        begin(element, attributes);
        end(element);
    }

    /** An element with a text in it. */
    void text(String element, String text, Object... attributes) throws SAXException {
        begin(element, attributes);
        handler.characters(text.toCharArray(), 0, text.length());
        end(element);
    }

    void end() throws SAXException {
        handler.endDocument();
    }
}

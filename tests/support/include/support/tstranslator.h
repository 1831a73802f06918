// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QHash>
#include <QTranslator>
#include <QXmlStreamReader>

namespace encore::support
{

/// Korean straight from translations/encore_ko.ts, for tests of screens: what the program will show once the file is compiled in.
class TsTranslator final : public QTranslator
{
public:
    explicit TsTranslator(const QString& file)
    {
        QFile source(file);
        if (!source.open(QIODevice::ReadOnly))
            return;
        QXmlStreamReader xml(&source);
        QString context;
        QString english;
        while (!xml.atEnd()) {
            if (!xml.readNextStartElement())
                continue;
            if (xml.name() == u"name")
                context = xml.readElementText();
            else if (xml.name() == u"source")
                english = xml.readElementText();
            else if (xml.name() == u"translation")
                m_texts.insert(context + u'\t' + english, xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
        }
    }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override
    {
        return m_texts.value(QString::fromUtf8(context) + u'\t' + QString::fromUtf8(source));
    }
    [[nodiscard]] bool isEmpty() const override { return m_texts.isEmpty(); }

private:
    QHash<QString, QString> m_texts;
};

} // namespace encore::support

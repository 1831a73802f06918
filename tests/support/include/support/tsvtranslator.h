// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QHash>
#include <QTranslator>

namespace encore::support
{

/// Korean as the rooms hand it over (translations/parts/*_ko.tsv: context, English, Korean), for tests of screens.
class TsvTranslator final : public QTranslator
{
public:
    explicit TsvTranslator(const QString& folder)
    {
        for (const QFileInfo& part : QDir(folder).entryInfoList({QStringLiteral("*_ko.tsv")}, QDir::Files, QDir::Name)) {
            QFile file(part.filePath());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            while (!file.atEnd()) {
                QByteArray line = file.readLine();
                while (line.endsWith('\n') || line.endsWith('\r'))
                    line.chop(1);
                const QList<QByteArray> fields = line.split('\t');
                if (fields.size() == 3)
                    m_texts.insert(fields.at(0) + '\t' + fields.at(1), QString::fromUtf8(fields.at(2)));
            }
        }
    }
    [[nodiscard]] QString translate(const char* context, const char* source, const char*, int) const override
    {
        return m_texts.value(QByteArray(context) + '\t' + QByteArray(source));
    }
    [[nodiscard]] bool isEmpty() const override { return m_texts.isEmpty(); }

private:
    QHash<QByteArray, QString> m_texts;
};

} // namespace encore::support

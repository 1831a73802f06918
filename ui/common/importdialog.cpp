// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/importdialog.h"

#include "ui/common/datatable.h"
#include "ui/common/languageswitcher.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>

namespace encore::ui
{

QVariant ImportRowModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const commands::ImportRow& entry = row(index.row());
    if (role == SortRole && index.column() == Line)
        return entry.line;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Line:
        return QString::number(entry.line);
    case What:
        return entry.what;
    case Change: {
        if (entry.fault)
            return QString(u'⚠' + QStringLiteral(" ") + inWords(*entry.fault));
        if (entry.changes.empty())
            return tr("is like this already");
        QStringList parts;
        for (const commands::ImportChange& change : entry.changes) {
            const QString before = change.before.isEmpty() ? QString() : change.before + QStringLiteral(" → ");
            parts << change.column + QStringLiteral(": ") + before + change.after;
        }
        return QString((entry.isNew ? tr("new") + QStringLiteral("  ·  ") : QString()) + parts.join(QStringLiteral("  ·  ")));
    }
    }
    return {};
}

QVariant ImportRowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Line"), tr("What"), tr("What happens")};
    return titles[section];
}

ImportDialog::ImportDialog(const Services& services, Theme& theme, const commands::ImportTarget& target, const Words& heading, const Words& text, QWidget* parent) :
    FormDialog(QStringLiteral("import"), theme, parent), m_services(services), m_target(target), m_model(new ImportRowModel(this))
{
    setMinimumWidth(720);
    build(heading, text);
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_template, &QPushButton::clicked, this, &ImportDialog::chooseTemplate);
    refresh();
}

void ImportDialog::build(const Words& heading, const Words& text)
{
    setHeading(heading);
    addText("Text", text);
    auto* row = new QWidget(this);
    auto* buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, Theme::grid, 0, Theme::grid);
    buttons->setSpacing(Theme::grid);
    m_choose = new QPushButton(this);
    m_choose->setObjectName(QStringLiteral("importChooseButton"));
    m_template = new QPushButton(this);
    m_template->setObjectName(QStringLiteral("importTemplateButton"));
    buttons->addWidget(m_choose);
    buttons->addWidget(m_template);
    buttons->addStretch();
    addPart(row);
    m_table = new DataTable(*m_model, QStringLiteral("importRows"), *m_services.settings, m_theme, this);
    m_table->setMinimumHeight(32 * Theme::grid);
    addPart(m_table);
    m_summary = new QLabel(this);
    m_summary->setObjectName(QStringLiteral("importSummaryLabel"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    addPart(m_summary);
    finish([] { return tr("Take over"); }, [] { return tr("Carries out every row, or none (Enter)"); });
    m_wording.button(m_choose, [] { return tr("Choose a file…"); }, [] { return tr("A table saved as CSV; nothing is changed yet"); });
    m_wording.button(m_template, [] { return tr("Save an empty table…"); }, [] { return tr("With the titles of the columns, to fill in"); });
    m_wording.also([this] {
        m_table->setCaption(tr("Rows of the file"));
        m_table->setEmptyText(tr("Choose a file. What it would change is shown here first."));
        m_model->retranslate();
        refresh();
    });
}

void ImportDialog::refresh()
{
    const qint64 faults = m_import ? m_import->faults() : 0;
    const qint64 rows = m_import ? m_import->changingRows() : 0;
    QString summary = m_answerText;
    if (m_isBusy)
        summary = tr("Looking at the rows…");
    else if (summary.isEmpty() && m_import)
        summary = tr("%1: rows in the file %L2, to be changed %L3.").arg(QFileInfo(m_path).fileName()).arg(m_import->rows.size()).arg(rows);
    if (m_import && !m_import->ignored.isEmpty())
        summary += u' ' + tr("Not used: %1.").arg(m_import->ignored.join(QStringLiteral(", ")));
    m_summary->setText(summary);
    m_choose->setEnabled(!m_isBusy);
    QString fault = m_faultText;
    if (fault.isEmpty() && faults > 0)
        fault = tr("Rows with faults: %L1. Mend them in the file and choose it again; nothing is taken over by halves.").arg(faults);
    setFault(fault, !m_isBusy && faults == 0 && rows > 0);
}

void ImportDialog::readFile(const QString& path)
{
    m_path = path;
    m_isBusy = true;
    m_import.reset();
    m_faultText.clear();
    m_answerText.clear();
    m_model->setRows({});
    refresh();
    m_services.files->previewTable(m_target, path, this, [this](const domain::Result<commands::TableImport>& preview) {
        m_isBusy = false;
        if (preview)
            m_import = *preview;
        else
            m_faultText = inWords(preview.error().message);
        m_model->setRows(m_import ? m_import->rows : std::vector<commands::ImportRow>());
        refresh();
        if (confirmButton()->isEnabled())
            confirmButton()->setFocus();
    });
}

void ImportDialog::confirm()
{
    m_isBusy = true;
    refresh();
    m_services.files->importTable(*m_import, this, [this](const domain::Status& status) {
        m_isBusy = false;
        if (!status) {
            m_faultText = inWords(status.error().message);
            refresh();
            return;
        }
        Q_EMIT done(m_import->changingRows());
        accept();
    });
}

void ImportDialog::chooseFile()
{
    auto* chooser = new QFileDialog(this, tr("Choose a table"));
    chooser->setObjectName(QStringLiteral("importFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, &ImportDialog::readFile);
    chooser->open();
}

void ImportDialog::chooseTemplate()
{
    auto* chooser = new QFileDialog(this, tr("Save an empty table"));
    chooser->setObjectName(QStringLiteral("importTemplateDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("csv"));
    chooser->setNameFilter(tr("Tables (*.csv)"));
    connect(chooser, &QFileDialog::fileSelected, this, &ImportDialog::writeTemplate);
    chooser->open();
}

void ImportDialog::writeTemplate(const QString& path)
{
    const QByteArray bytes = commands::importTemplate(m_target.kind, currentLanguage());
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    m_answerText = isWritten ? tr("Saved: %1").arg(path) : QString();
    m_faultText = isWritten ? QString() : tr("%1 could not be written: %2").arg(path, file.errorString());
    refresh();
}

} // namespace encore::ui
